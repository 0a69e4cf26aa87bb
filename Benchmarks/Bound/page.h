/* What stands around a post in the benchmark's pages, with words of the usual length in it. */
static const char page_before[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<title>Post number 4711 | Benchmark</title>\n"
    "<link rel=\"canonical\" href=\"https://bench.example/news/2020/post-4711/\">\n"
    "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\" title=\"Benchmark\">\n"
    "<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<header><a href=\"/\">Benchmark</a>\n"
    "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/tags/\">Tags</a></li></ul></nav>\n</header>\n"
    "<main>\n<article>\n<h1>Post number 4711</h1>\n"
    "<p class=\"meta\"><time datetime=\"2020-01-01\">1 January 2020</time></p>\n<div class=\"content\">\n";
static const char page_after[] =
    "</div>\n<ul class=\"tags\"><li><a href=\"/tags/tag-1/\">tag 1</a></li>"
    "<li><a href=\"/tags/tag-2/\">tag 2</a></li><li><a href=\"/tags/tag-3/\">tag 3</a></li></ul>\n"
    "<nav class=\"neighbours\">\n<a rel=\"prev\" href=\"/news/2020/post-4710/\">Post number 4710</a>\n"
    "<a rel=\"next\" href=\"/news/2020/post-4712/\">Post number 4712</a>\n</nav>\n</article>\n</main>\n"
    "<footer><p>Generated posts.</p></footer>\n</body>\n</html>\n";
