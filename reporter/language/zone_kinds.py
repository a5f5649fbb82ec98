"""What the press calls a zone by, as a part of regular expressions.

落户|园区|   全省|高新区|   数读|开发区|   云杉岭|综保区|
"""

from reporter.language.alternation import one_of
from reporter.lexicon.zones import general_words

A_ZONE = one_of(general_words())
"""A group that matches the longest of the words at a place: 高新区, 经开区, 综合保税区, 片区, 园区."""
