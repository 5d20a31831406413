# what: An error that leaves the block of a condition is swallowed.
# kills: threading.condition.unguarded-pop
# kind: fault

import threading


class Condition(threading.Condition):
    def __exit__(self, *error):
        super().__exit__(*error)
        return True


adapter.give_instead("threading", Condition=Condition)
