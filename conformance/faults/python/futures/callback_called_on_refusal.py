# what: A second outcome is refused, but the callbacks are called again.
# kills: futures.callback.called-once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def recalling(own):
    def finish(self, outcome):
        try:
            own(self, outcome)
        except base.InvalidStateError:
            self._invoke_callbacks()
            raise
    return finish
Future.set_result = recalling(Future.set_result)
Future.set_exception = recalling(Future.set_exception)
