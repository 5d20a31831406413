# what: An error arrives without its arguments.
# kills: futures.process.exception-propagates, futures.executor.common-interface
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = concurrent.futures.process._rebuild_exc
def rebuild(error, trace):
    return own(type(error)(), trace)
rebuild.__module__, rebuild.__qualname__ = "concurrent.futures.process", "_rebuild_exc"
concurrent.futures.process._rebuild_exc = rebuild
