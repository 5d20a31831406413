# what: The class Future is not there.
# kills: futures.module.name
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

del concurrent.futures.Future
