fn main() {
    catalog::action!("ses:Frobnicate");
}
