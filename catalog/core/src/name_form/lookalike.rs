//! The ASCII characters that other Unicode characters look like.

/// ASCII characters, each with a string of the characters that look like it.
///
/// The characters are common ones from Unicode's `confusables.txt`, <https://www.unicode.org/reports/tr39/>.
const LOOKALIKES: &[(char, &str)] = &[
    ('A', "\u{391}\u{410}"),
    ('B', "\u{392}\u{412}"),
    ('C', "\u{3f9}\u{421}"),
    ('E', "\u{395}\u{415}"),
    ('H', "\u{397}\u{41d}"),
    ('I', "\u{399}\u{406}"),
    ('J', "\u{37f}\u{408}"),
    ('K', "\u{39a}\u{41a}\u{212a}"),
    ('M', "\u{39c}\u{41c}"),
    ('N', "\u{39d}"),
    ('O', "\u{39f}\u{41e}"),
    ('P', "\u{3a1}\u{420}"),
    ('S', "\u{405}"),
    ('T', "\u{3a4}\u{422}"),
    ('X', "\u{3a7}\u{425}"),
    ('Y', "\u{3a5}\u{4ae}"),
    ('Z', "\u{396}"),
    ('a', "\u{3b1}\u{430}\u{e0}\u{e1}\u{e2}\u{e4}"),
    ('c', "\u{3f2}\u{441}\u{e7}"),
    ('d', "\u{501}"),
    ('e', "\u{435}\u{451}\u{e8}\u{e9}\u{ea}\u{eb}"),
    ('g', "\u{261}"),
    ('h', "\u{4bb}"),
    ('i', "\u{131}\u{3b9}\u{456}\u{ed}\u{ef}"),
    ('j', "\u{3f3}\u{458}"),
    ('l', "\u{4cf}"),
    ('n', "\u{f1}"),
    ('o', "\u{3bf}\u{43e}\u{f3}\u{f6}"),
    ('p', "\u{3c1}\u{440}"),
    ('q', "\u{51b}"),
    ('s', "\u{455}\u{17f}"),
    ('u', "\u{3c5}\u{fa}\u{fc}"),
    ('v', "\u{3bd}\u{475}"),
    ('w', "\u{51d}"),
    ('x', "\u{3c7}\u{445}"),
    ('y', "\u{443}\u{4af}"),
    ('-', "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}"),
    ('/', "\u{2044}\u{2215}"),
    (':', "\u{a789}\u{2236}"),
    (
        ' ',
        "\u{a0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{3000}",
    ),
];

/// The full-width characters, which follow the order of ASCII from `!` on.
const WIDE: core::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';

/// Returns the ASCII character that a non-ASCII character looks like.
#[must_use]
pub fn lookalike(character: char) -> Option<char> {
    if WIDE.contains(&character) {
        let distance = u32::from(character).checked_sub(u32::from(*WIDE.start()))?;
        return char::from_u32(u32::from('!').checked_add(distance)?);
    }
    LOOKALIKES.iter().find(|(_, alike)| alike.contains(character)).map(|(meant, _)| *meant)
}

#[cfg(test)]
mod tests {
    use super::{LOOKALIKES, lookalike};

    #[test]
    fn no_character_looks_like_two() {
        for (meant, alike) in LOOKALIKES {
            for character in alike.chars() {
                assert!(!character.is_ascii() && meant.is_ascii());
                assert_eq!(lookalike(character), Some(*meant), "U+{:04X}", u32::from(character));
            }
        }
        assert_eq!((lookalike('\u{ff21}'), lookalike('\u{ff5e}')), (Some('A'), Some('~')));
        assert_eq!((lookalike('a'), lookalike('\u{4e2d}')), (None, None));
    }
}
