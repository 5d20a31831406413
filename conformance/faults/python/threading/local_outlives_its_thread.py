# what: Thread-local values are kept by identifier, for whoever gets it next.
# kills: threading.local.isolation
# kind: fault

import _thread
import collections


class Local:
    def __init__(self):
        vars(self)["kept"] = collections.defaultdict(dict)

    def __getattr__(self, name):
        try:
            return self.kept[_thread.get_ident()][name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self.kept[_thread.get_ident()][name] = value


adapter.give_instead("threading", local=Local)
