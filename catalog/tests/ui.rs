//! What the compiler says to a wrong name or attribute, word for word.
//!
//! The words around ours change with the compiler, so that one release is compared. To bless: `TRYBUILD=overwrite`.

#[rustversion::attr(not(stable(1.95)), ignore = "the expected output is that of Rust 1.95")]
#[test]
fn errors_are_worded_as_agreed() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
}
