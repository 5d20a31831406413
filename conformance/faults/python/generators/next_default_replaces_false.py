# what: next with a default gives the default for values that are None, zero or empty too.
# kills: generators.next.default
# kind: fault

built_in = next


def next(iterator, *default):
    value = built_in(iterator, *default)
    return default[0] if default and not value else value


adapter.NAMES["next"] = next
