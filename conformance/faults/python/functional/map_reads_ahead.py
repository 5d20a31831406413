# what: map calls the function for one element more than was asked for.
# kills: functional.map.one-call-per-step
# kind: fault

built_in, NOTHING = map, object()


class map:
    def __init__(self, function, *sources):
        self.results, self.ahead = built_in(function, *sources), NOTHING

    def __iter__(self):
        return self

    def __next__(self):
        value = next(self.results) if self.ahead is NOTHING else self.ahead
        self.ahead = next(self.results, NOTHING)
        return value


adapter.NAMES["map"] = map
