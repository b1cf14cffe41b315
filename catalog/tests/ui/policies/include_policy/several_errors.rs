const MAILER: &str = catalog::include_policy!("policies/typos.json");

fn main() {
    // The macro still expands to a string, so this line has no error.
    println!("{}", MAILER.len());
}
