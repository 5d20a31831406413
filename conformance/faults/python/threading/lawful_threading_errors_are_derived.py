# what: Errors are of classes derived from those that are promised.
# kind: lawful
# tries: threading.*.bad-*, threading.queue.*, threading.semaphore.*, threading.rlock.*, threading.condition.*
# chapters: threading

import queue
import threading


class OwnRuntimeError(RuntimeError):
    pass


class OwnValueError(ValueError):
    pass


def with_own_errors(operation):
    def wrapped(*arguments, **keywords):
        try:
            return operation(*arguments, **keywords)
        except RuntimeError as error:
            raise OwnRuntimeError(*error.args) from None
        except ValueError as error:
            raise OwnValueError(*error.args) from None

    return wrapped


def derive(cls, *names):
    for name in names:
        setattr(cls, name, with_own_errors(getattr(cls, name)))


derive(threading.Condition, "wait", "notify")
derive(threading.BoundedSemaphore, "release")
derive(threading.Semaphore, "__init__", "acquire", "release")
derive(queue.Queue, "get", "put", "task_done")
