# what: There is a module called future.
# kills: futures.module.name
# kind: fault

import os

plain_script = adapter.Run.script


def script(run, text, **options):
    open(os.path.join(run.directory, "future.py"), "w").close()
    return plain_script(run, text, **options)


adapter.Run.script = script
