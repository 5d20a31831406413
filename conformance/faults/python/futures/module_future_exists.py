# what: There is a module called future.
# kills: futures.module.name
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import os, tempfile
folder = tempfile.mkdtemp()
open(os.path.join(folder, "future.py"), "w").close()
os.environ["PYTHONPATH"] = folder
