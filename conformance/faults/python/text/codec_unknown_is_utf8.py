# what: A character set of an unknown name is taken for UTF-8.
# kills: text.codec.unknown-name
# kind: fault

import codecs

codecs.register(lambda name: codecs.lookup("utf-8"))
