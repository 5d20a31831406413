# what: map raises where its sources differ in length, as a strict zip.
# kills: functional.map.shortest-wins
# kind: fault

NOTHING = object()


class map:
    def __init__(self, function, first, *more):
        self.function, self.sources = function, [iter(source) for source in (first,) + more]

    def __iter__(self):
        return self

    def __next__(self):
        arguments = [next(source, NOTHING) for source in self.sources]
        ended = [argument is NOTHING for argument in arguments]
        if all(ended):
            raise StopIteration
        if any(ended):
            raise ValueError("the sources of map differ in length")
        return self.function(*arguments)


adapter.NAMES["map"] = map
