"""The grammar of Chinese press prose: a string goes in, spans with their meaning come out.

| door | gives |
|---|---|
| `text.normalise`, `.sentences`, `.clauses` | one spelling of the same length; verbatim spans |
| `words.Words(lexicon)` | words with their offsets; whether a string is a word |
| `quantity.QuantityGrammar(lexicon).find(text)` | every number: value, unit, hedge, whether it is a figure |
| `period.PeriodGrammar(lexicon).find(text, anchor)` | every time expression, resolved with the article's date |

The other modules serve these four. Nouns are in `spans`; words and units are in the lexicon's tables.
"""
