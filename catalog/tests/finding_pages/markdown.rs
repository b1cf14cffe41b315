//! As much Markdown as the pages have: headings, paragraphs and blocks of code.

/// A piece of a page. Blank lines stand between two.
pub(crate) enum Block {
    Heading(String),
    Prose(String),
    Fence { language: String, text: String },
}

/// The pieces of a page, in order.
pub(crate) fn blocks(text: &str) -> Result<Vec<Block>, String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() {
            continue;
        }
        if let Some(language) = line.strip_prefix("```") {
            let mut body = Vec::new();
            loop {
                match lines.next() {
                    Some("```") => break,
                    Some(line) => body.push(line),
                    None => return Err("a block is not closed".to_owned()),
                }
            }
            blocks.push(Block::Fence { language: language.to_owned(), text: body.join("\n") });
        } else if line.starts_with('#') {
            // The page's own heading is derived.
            let name = if line.starts_with("# ") { "# " } else { line };
            blocks.push(Block::Heading(name.to_owned()));
        } else {
            let mut paragraph = line.to_owned();
            while let Some(line) = lines.next_if(|line| !line.is_empty()) {
                paragraph += "\n";
                paragraph += line;
            }
            blocks.push(Block::Prose(paragraph));
        }
    }
    Ok(blocks)
}

/// A block of code.
pub(crate) fn fence(language: &str, text: &str) -> String {
    format!("```{language}\n{text}\n```")
}

/// Breaks a paragraph into lines.
pub(crate) fn wrap(text: &str) -> String {
    const WIDTH: usize = 120;
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().filter(|line| line.is_empty() || line.len() + 1 + word.len() <= WIDTH);
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// With a capital letter.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
