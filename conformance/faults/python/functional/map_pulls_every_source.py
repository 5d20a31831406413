# what: map takes one element of every source before it looks whether one has ended.
# kills: functional.map.later-iterables-untouched
# kind: fault

NOTHING = object()


class map:
    def __init__(self, function, first, *more):
        self.function, self.sources = function, [iter(source) for source in (first,) + more]

    def __iter__(self):
        return self

    def __next__(self):
        arguments = [next(source, NOTHING) for source in self.sources]
        if any(argument is NOTHING for argument in arguments):
            raise StopIteration
        return self.function(*arguments)


adapter.NAMES["map"] = map
