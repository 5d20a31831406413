# what: A target gets as many arguments as it has parameters.
# kills: threading.thread.args-string-spread
# kind: fault

import inspect
import threading

own = threading.Thread.run


def run(self):
    kinds = [one.kind for one in inspect.signature(self._target).parameters.values()]
    if inspect.Parameter.VAR_POSITIONAL not in kinds:
        self._args = self._args[: len(kinds)]
    own(self)


threading.Thread.run = run
