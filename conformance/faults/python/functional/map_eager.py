# what: map computes all results when it is created and replays them.
# kills: functional.map.creation-calls-nothing, functional.map.one-call-per-step, functional.map.sees-later-appends, functional.map.function-error-at-its-step, functional.map.non-callable-at-first-step
# kind: fault

built_in = map


class map:
    def __init__(self, function, *sources):
        self.results = iter(list(built_in(function, *sources)))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.results)


adapter.NAMES["map"] = map
