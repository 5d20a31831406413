# what: map is a generator: it looks at nothing before the first step, and the first error ends it.
# kills: functional.map.resumes-after-error, functional.map.stop-iteration-ends-a-pass, functional.map.non-iterable-at-creation, functional.map.needs-an-iterable
# kind: fault

def map(function, *sources):
    for arguments in zip(*sources):
        yield function(*arguments)


adapter.NAMES["map"] = map
