# what: Abstract marks are documentation only: every class can be instantiated.
# kills: objects.abstract.instantiation-refused, objects.abstract.all-methods-required, objects.abstract.completion-across-levels, objects.abstract.initialiser-not-run
# kind: fault

adapter.give_instead("abc", abstractmethod=lambda function: function)
