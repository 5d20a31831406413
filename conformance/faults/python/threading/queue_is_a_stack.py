# what: The latest item is taken first.
# kills: threading.queue.fifo, threading.queue.sentinel-after-all-items
# kind: fault

import queue

Queue = queue.LifoQueue


adapter.give_instead("queue", Queue=Queue)
