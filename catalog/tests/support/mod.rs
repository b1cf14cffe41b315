//! Where the tests find the examples.

use std::{env, path::PathBuf};

/// Where cargo puts examples: `cargo test` builds them beside this test. Where it was told to build this test alone, they may
/// not be there.
pub(crate) fn example(name: &str) -> Option<PathBuf> {
    let test = env::current_exe().ok()?;
    let path = test.parent()?.parent()?.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        eprintln!("skipped: `cargo build --examples` builds {name}");
        return None;
    }
    Some(path)
}
