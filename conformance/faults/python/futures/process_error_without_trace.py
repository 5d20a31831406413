# what: An error arrives without the trace of the other process.
# kills: futures.process.exception-propagates
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

def rebuild(error, trace):
    return error
rebuild.__module__, rebuild.__qualname__ = "concurrent.futures.process", "_rebuild_exc"
concurrent.futures.process._rebuild_exc = rebuild
