# what: An error that leaves the block of a condition leaves it locked.
# kills: threading.condition.unguarded-pop
# kind: fault

import threading


class Condition(threading.Condition):
    def __exit__(self, *error):
        if error[0] is None:
            super().__exit__(*error)


adapter.give_instead("threading", Condition=Condition)
