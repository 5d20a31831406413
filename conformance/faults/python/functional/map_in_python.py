# what: A map written in Python that does what map should.
# kind: lawful
# tries: functional.*

class map:
    def __init__(self, function, *sources):
        if not sources:
            raise TypeError("map() must have at least two arguments.")
        self.function, self.sources = function, [iter(source) for source in sources]

    def __iter__(self):
        return self

    def __next__(self):
        arguments = []
        for source in self.sources:
            arguments.append(next(source))
        return self.function(*arguments)


adapter.NAMES["map"] = map
