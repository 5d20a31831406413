# what: The number in a default name is how many threads there are.
# kills: threading.thread.name-default
# kind: fault

import threading

threading._newname = lambda template: template % threading.active_count()
