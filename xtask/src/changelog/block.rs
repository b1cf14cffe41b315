//! A part of a Markdown file that a program writes, between two comments.

use std::fmt;

/// A part of a Markdown file that is written by a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The name, which the comments around the block have.
    pub name: &'static str,
    /// The text: one line.
    pub text: String,
}

/// The reason why a block cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockError {
    /// The file has no such block.
    Absent(&'static str),
    /// The block has no end.
    Open(&'static str),
    /// The file has the block twice.
    Repeated(&'static str),
}

impl fmt::Display for BlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent(name) => write!(f, "there is no line `{}`", start(name)),
            Self::Open(name) => write!(f, "no line `{}` follows the line `{}`", end(name), start(name)),
            Self::Repeated(name) => write!(f, "the line `{}` is there twice", start(name)),
        }
    }
}

impl std::error::Error for BlockError {}

impl Block {
    /// Returns a text with this block in the place of the former one.
    ///
    /// # Errors
    ///
    /// Returns an error if the text does not have the block exactly once.
    pub fn write_into(&self, file: &str) -> Result<String, BlockError> {
        let (start, end) = (start(self.name), end(self.name));
        let mut places = file.match_indices(&start);
        let (at, _) = places.next().ok_or(BlockError::Absent(self.name))?;
        if places.next().is_some() {
            return Err(BlockError::Repeated(self.name));
        }
        let (before, rest) = file.split_at_checked(at).ok_or(BlockError::Absent(self.name))?;
        let (_, after) = rest.split_once(&end).ok_or(BlockError::Open(self.name))?;
        Ok(format!("{before}{start}\n{}\n{end}{after}", self.text))
    }
}

fn start(name: &str) -> String {
    format!("<!-- {name}: `cargo xtask changelog` writes this -->")
}

fn end(name: &str) -> String {
    format!("<!-- end of {name} -->")
}

#[cfg(test)]
mod tests {
    use super::{Block, BlockError};

    #[test]
    fn a_block_is_replaced_and_nothing_around_it_changes() {
        let block = Block { name: "counts", text: "2 services.".to_owned() };
        let file = "# Title\n\n<!-- counts: `cargo xtask changelog` writes this -->\n1 service.\n<!-- end of counts -->\nText\n";
        let written = block.write_into(file).unwrap();
        assert_eq!(written, file.replace("1 service.", "2 services."));
        assert_eq!(block.write_into(&written), Ok(written.clone()));
        assert_eq!(block.write_into("# Title\n"), Err(BlockError::Absent("counts")));
        assert_eq!(block.write_into(&written.replace("<!-- end", "<!-- the end")), Err(BlockError::Open("counts")));
        assert_eq!(block.write_into(&written.repeat(2)), Err(BlockError::Repeated("counts")));
    }
}
