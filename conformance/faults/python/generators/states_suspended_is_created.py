# what: A suspended generator is reported as not yet started.
# kills: generators.states
# kind: fault

import inspect

truth = inspect.getgeneratorstate


def getgeneratorstate(generator):
    return truth(generator).replace("SUSPENDED", "CREATED")


adapter.give_instead("inspect", getgeneratorstate=getgeneratorstate)
