//! Replaces a generated part of a Markdown file, which is between two comments.

use std::fmt;

/// A generated part of a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The name of the block, which is in the comments around it.
    pub name: &'static str,
    /// The content of the block, which is one line.
    pub text: String,
}

/// The reason why a block cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockError {
    /// The comment at the start of the block is missing.
    Absent(&'static str),
    /// The comment at the end of the block is missing.
    Open(&'static str),
    /// The file contains the block more than once.
    Repeated(&'static str),
}

impl fmt::Display for BlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent(name) => write!(f, "the line `{}` is missing", start(name)),
            Self::Open(name) => write!(f, "the line `{}` is missing after `{}`", end(name), start(name)),
            Self::Repeated(name) => write!(f, "the line `{}` is repeated", start(name)),
        }
    }
}

impl std::error::Error for BlockError {}

impl Block {
    /// Returns the content of `file` with this block in place of its previous version.
    ///
    /// # Errors
    ///
    /// Returns an error if the file does not contain the block exactly once.
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
