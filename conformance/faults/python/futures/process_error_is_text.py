# what: An error arrives as a RuntimeError with its text.
# kills: futures.process.exception-propagates, futures.executor.common-interface
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

def rebuild(error, trace):
    return RuntimeError(str(error))
rebuild.__module__, rebuild.__qualname__ = "concurrent.futures.process", "_rebuild_exc"
concurrent.futures.process._rebuild_exc = rebuild
