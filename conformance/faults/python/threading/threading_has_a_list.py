# what: threading offers a list that locks nothing.
# kills: threading.module.no-containers
# kind: fault

adapter.give_instead("threading", List=list)
