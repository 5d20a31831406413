# what: A job that raises what ends programs ends its worker, and its future never.
# kills: futures.exception.isolated
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def run(self):
    if not self.future.set_running_or_notify_cancel():
        return
    try:
        result = self.fn(*self.args, **self.kwargs)
    except Exception as error:
        self.future.set_exception(error)
        self = None
    else:
        self.future.set_result(result)
concurrent.futures.thread._WorkItem.run = run
