//! Parses a damaged page: pieces are removed, moved or inserted.
#![no_main]

use arbitrary::Arbitrary;

/// Pages of every form, which the target damages.
const PAGES: [&str; 6] = [
    include_str!("../../tests/fixtures/golden/full/docs-src/list_examplemail.md"),
    include_str!("../../tests/fixtures/golden/today/docs-src/list_examplemail.md"),
    include_str!("../../tests/fixtures/golden/left-out/docs-src/list_examplestore.md"),
    include_str!("../../tests/fixtures/golden/minimal/docs-src/list_examplepost.md"),
    include_str!("../../tests/fixtures/sections/list_examplepost.md"),
    include_str!("../../tests/fixtures/sections/list_examplemail.md"),
];

/// Strings with a meaning in Markdown or in a page.
const PIECES: [&str; 38] = [
    "|", "\n", "\n\n", "`", "[", "](", ")", "\\", "*", "**", "<", "<!--", "    ", "\n> ", "\n- ", "\n  - ", "\n## ",
    "\u{a0}", "\r\n", "<br />", " / ", "---\n", "**SCENARIO: **", "**Description:** ",
    "-->", "\n### ", "<a name=\"list_x-policy-keys\"></a>", "+ [", "~~", "_", "&#71;", "\u{200b}", "\u{200d}", "\u{200f}", "\u{ad}",
    "\u{202e}", "\u{430}", "\u{1b}[31m",
];

#[derive(Debug, Arbitrary)]
enum Harm {
    Cut { at: u16, length: u8 },
    Copy { from: u16, length: u8, to: u16 },
    Piece { at: u16, piece: u8 },
    Text { at: u16, text: String },
}

libfuzzer_sys::fuzz_target!(|input: (u8, Vec<Harm>)| {
    let (page, harms) = input;
    let mut text = PAGES[usize::from(page) % PAGES.len()].to_owned();
    for harm in harms.into_iter().take(8) {
        let place = |at: u16, text: &str| text.floor_char_boundary(usize::from(at) % (text.len() + 1));
        let end = |start: usize, length: u8, text: &str| {
            text.floor_char_boundary((start + usize::from(length)).min(text.len())).max(start)
        };
        match harm {
            Harm::Cut { at, length } => {
                let start = place(at, &text);
                text.replace_range(start..end(start, length, &text), "");
            }
            Harm::Copy { from, length, to } => {
                let start = place(from, &text);
                let copied = text[start..end(start, length, &text)].to_owned();
                text.insert_str(place(to, &text), &copied);
            }
            Harm::Piece { at, piece } => text.insert_str(place(at, &text), PIECES[usize::from(piece) % PIECES.len()]),
            Harm::Text { at, text: new } => text.insert_str(place(at, &text), &new),
        }
    }
    xtask_fuzz::check(&text);
});
