# what: map drops results that are None or False.
# kills: functional.map.cannot-filter, functional.map.length-kept-for-one-iterable
# kind: fault

built_in = map


class map:
    def __init__(self, function, *sources):
        self.results = built_in(function, *sources)

    def __iter__(self):
        return self

    def __next__(self):
        value = next(self.results)
        while value is None or value is False:
            value = next(self.results)
        return value


adapter.NAMES["map"] = map
