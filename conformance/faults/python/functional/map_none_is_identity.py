# what: map takes None for the function that gives its argument back, as Python 2 did.
# kills: functional.map.none-is-not-identity
# kind: fault

class map(map):
    def __new__(cls, function, *sources):
        if function is None:
            function = lambda *arguments: arguments[0] if len(arguments) == 1 else arguments
        return super().__new__(cls, function, *sources)


adapter.NAMES["map"] = map
