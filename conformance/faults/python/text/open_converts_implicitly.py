# what: Files take text for bytes and bytes for text, and convert by themselves.
# kills: text.use.text-files-take-text, text.use.binary-files-take-bytes
# kind: fault

class Willing:
    def __init__(self, file):
        self.file = file

    def write(self, data):
        binary = "b" in self.file.mode
        if binary and isinstance(data, str):
            data = data.encode()
        if not binary and isinstance(data, bytes):
            data = data.decode()
        return self.file.write(data)

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return self.file.__exit__(*error)

    def __iter__(self):
        return iter(self.file)


adapter.NAMES["open"] = lambda *arguments, **keywords: Willing(open(*arguments, **keywords))
