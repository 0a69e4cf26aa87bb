<?php
// What WordPress reads in feeds, as JSON: the folder of WordPress's own files, then the feeds.
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
require ABSPATH . WPINC . '/class-simplepie.php';

$feeds = [];
foreach (array_slice($argv, 2) as $path) {
    $feed = new SimplePie();
    $feed->enable_cache(false);
    $feed->set_raw_data(file_get_contents($path));
    $feed->init();
    $items = [];
    foreach ($feed->get_items() as $item) {
        $enclosure = $item->get_enclosure();
        $items[] = [
            'title' => html_entity_decode($item->get_title(), ENT_QUOTES | ENT_HTML5, 'UTF-8'),
            'link' => html_entity_decode($item->get_permalink()),
            'id' => $item->get_id(),
            'date' => (int) $item->get_date('U'),
            'authors' => array_map(
                fn($author) => html_entity_decode($author->get_name(), ENT_QUOTES | ENT_HTML5, 'UTF-8'),
                $item->get_authors() ?? []),
            'categories' => array_map(
                fn($category) => html_entity_decode($category->get_term(), ENT_QUOTES | ENT_HTML5, 'UTF-8'),
                $item->get_categories() ?? []),
            'image' => $enclosure ? $enclosure->get_link() : null,
            'content' => $item->get_content(),
            'description' => $item->get_description(),
        ];
    }
    $feeds[$path] = ['error' => $feed->error(), 'title' => $feed->get_title(), 'items' => $items];
}
echo json_encode($feeds, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
