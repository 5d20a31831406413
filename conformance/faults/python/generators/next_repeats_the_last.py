# what: next gives the last value again after the end.
# kills: generators.next.exhausted
# kind: fault

built_in, last = next, {}


def next(iterator, *default):
    try:
        value = last[id(iterator)] = built_in(iterator)
    except StopIteration:
        if default or id(iterator) not in last:
            return built_in(iterator, *default)
        value = last[id(iterator)]
    return value


adapter.NAMES["next"] = next
