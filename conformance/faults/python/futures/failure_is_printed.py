# what: A failure that nobody asks for is printed.
# kills: futures.exception.unobserved-silent
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import sys, traceback
own = Future.set_exception
def set_exception(self, error):
    if isinstance(error, Exception):
        traceback.print_exception(type(error), error, None)
    own(self, error)
Future.set_exception = set_exception
