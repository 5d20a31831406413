# what: A call that has not begun is made though its await was cancelled.
# kills: asyncio.executor.cancel-before-begin
# kind: fault

import asyncio

own = asyncio.base_events.BaseEventLoop.run_in_executor


def run_in_executor(self, executor, function, *arguments):
    inner, outer = own(self, executor, function, *arguments), self.create_future()

    def end(_):
        if outer.done():
            return
        if inner.exception():
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(end)
    return outer


asyncio.base_events.BaseEventLoop.run_in_executor = run_in_executor
