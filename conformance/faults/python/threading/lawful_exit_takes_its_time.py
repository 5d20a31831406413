# what: The process lives on for a while when all normal threads have ended.
# kind: lawful
# chapters: threading

import threading
import time

own, sleep = threading._shutdown, time.sleep


def shutdown():
    own()
    sleep(0.05)


threading._shutdown = shutdown
