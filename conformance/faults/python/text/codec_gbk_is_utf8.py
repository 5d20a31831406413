# what: GBK is written and read as UTF-8.
# kills: text.encode.charset-decides-bytes
# kind: fault

import encodings.aliases

encodings.aliases.aliases["gbk"] = "utf_8"
