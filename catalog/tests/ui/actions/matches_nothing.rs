fn main() {
    let _ = catalog::actions!["ses:*Frobnicate*"];
}
