//! A reader for the Markdown of the pages: headings, paragraphs and code blocks.

/// A block of a page.
pub(crate) enum Block {
    Heading(String),
    Prose(String),
    Fence { language: String, text: String },
}

/// Splits a page into its blocks.
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
                    None => return Err("a code block is not closed".to_owned()),
                }
            }
            blocks.push(Block::Fence { language: language.to_owned(), text: body.join("\n") });
        } else if line.starts_with('#') {
            blocks.push(Block::Heading(line.to_owned()));
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

/// Writes a code block.
pub(crate) fn fence(language: &str, text: &str) -> String {
    format!("```{language}\n{text}\n```")
}
