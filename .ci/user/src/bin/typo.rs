//! Does not compile, and the compiler says why.

const SEND: catalog::ses::Action = catalog::action!("ses:SendEmial");

fn main() {
    println!("{SEND}");
}
