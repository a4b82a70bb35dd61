//! The pictures of the README and the guide, drawn by the program itself.
//! Never out of date: a picture that differs from the screen fails. To draw them anew:
//! `RECUEIL_WRITE_PICTURES=1 cargo test --test pictures`.

mod support;

use std::fs;
use std::path::Path;

use support::{Person, picture};

#[test]
fn the_pictures_show_the_screens_as_they_are() {
    let screens = [
        ("accueil", ""),
        ("question", "<begin>2<enter>3<enter>124"),
        (
            "relecture",
            "<begin>2<enter>3<enter>12<enter>4<enter>2<enter>4<enter>Ouvrir le samedi<enter><enter><enter>1<enter>",
        ),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let write = std::env::var_os("RECUEIL_WRITE_PICTURES").is_some();
    for (name, script) in screens {
        let mut person = Person::at_home(80, 24);
        person.types(script);
        let drawn = picture::svg(person.buffer());
        let path = folder.join(format!("{name}.svg"));
        if write {
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(&path, &drawn).expect("written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == drawn, "{} is out of date", path.display());
    }
}
