# what: Whoever leaves the block of a condition wakes its waiters.
# kills: threading.condition.wait-blocks-until-notified
# kind: fault

import threading


class Condition(threading.Condition):
    def __exit__(self, *error):
        self.notify_all()
        super().__exit__(*error)


adapter.give_instead("threading", Condition=Condition)
