# what: Every thread without a name is called Thread.
# kills: threading.thread.name-default
# kind: fault

import threading

threading._newname = lambda template: "Thread"
