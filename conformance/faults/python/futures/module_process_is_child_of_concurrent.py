# what: concurrent has the process module as a child.
# kills: futures.module.submodules
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

import concurrent
concurrent.process = concurrent.futures.process
