# what: threading offers a queue.
# kills: threading.module.no-containers
# kind: fault

import queue

adapter.give_instead("threading", Queue=queue.Queue)
