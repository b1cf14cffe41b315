//! Compares the messages of the compiler about invalid names, attributes and policies with the expected output.
//!
//! The compiler's own words change between releases, so the test runs with one release only. Set `TRYBUILD=overwrite`
//! to update the expected output.

#[rustversion::attr(not(stable(1.95)), ignore = "the expected output is that of Rust 1.95")]
#[test]
fn errors_are_worded_as_agreed() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
    #[cfg(feature = "policy-macros")]
    {
        policies_at_the_root().unwrap();
        cases.compile_fail("tests/ui/policies/include_policy/*.rs");
        cases.compile_fail("tests/ui/policies/policy/*.rs");
    }
    #[cfg(feature = "policy")]
    cases.compile_fail("tests/ui/policies/condition/*.rs");
}

/// Copies the policies to the crate that `trybuild` creates in the target directory. The paths in the cases are
/// relative to that crate.
#[cfg(feature = "policy-macros")]
fn policies_at_the_root() -> std::io::Result<()> {
    use std::{fs, path::Path};

    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("tests").join("trybuild/catalog/policies");
    fs::create_dir_all(&root)?;
    for policy in fs::read_dir("tests/policies")? {
        let policy = policy?;
        fs::copy(policy.path(), root.join(policy.file_name()))?;
    }
    Ok(())
}
